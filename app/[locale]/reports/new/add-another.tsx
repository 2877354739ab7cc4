import type { ReactNode } from 'react';

/** The same page once more, for the next of its kind. */
export const AddAnother = ({ children }: { children: ReactNode }) => (
  <p>
    <button type="submit" className="button button-second" name="go" value="more">
      {children}
    </button>
  </p>
);
