import { devices } from './devices.ts';
import { ground } from './ground.ts';
import { living } from './living.ts';
import { steps } from './steps.ts';

const drawings = { ...living, ...devices, ...ground, ...steps };
export type DrawingName = keyof typeof drawings;

/** The drawing of that name where there is one, else the question mark: value lists may be longer than the drawings. */
const alike: Partial<Record<string, DrawingName>> = { buffalo: 'cattle' };
export const drawingFor = (name: string): DrawingName =>
  name in drawings ? (name as DrawingName) : (alike[name] ?? 'unknown');

/** A line drawing in ink; words with the same meaning always stand beside it, so it is hidden from screen readers. */
export function Drawing({ name, size = 48 }: { name: DrawingName; size?: number }) {
  return (
    <svg
      className="drawing"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
