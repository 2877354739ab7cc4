export { Refusal as default } from './_parts/refusal.tsx';
