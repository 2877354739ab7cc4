export { Refusal as default } from '../accounts/_parts/refusal.tsx';
