/** The key of a control, printed on it; for eyes only, since its name says what it does. */
export const Key = ({ children }: { children: string | number }) => (
  <span aria-hidden="true">
    <kbd>{children}</kbd>
  </span>
);
