import type { ReactNode } from 'react';

const shapes = { waiting: '○', working: '◐', settled: '●', stopped: '×', attention: '▲' };

/** A state in words with a shape, never colour alone. `settled` is no success colour: done is said in words. */
export function StateLabel({ kind = 'waiting', children }: { kind?: keyof typeof shapes; children: ReactNode }) {
  return (
    <span className={`state state-${kind}`}>
      <span aria-hidden="true">{shapes[kind]}</span>
      {children}
    </span>
  );
}
