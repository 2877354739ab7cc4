/** The mark and the name; without `href` it is no way out of a form. */
export function Mark({ href, name }: { href?: string; name: string }) {
  const inside = (
    <>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <rect x="1" y="1" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M1 21 21 1V21Z" fill="currentColor" />
        <path d="M2 12 12 2M2 7 7 2" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {name}
    </>
  );
  return href ? (
    <a className="mark" href={href}>
      {inside}
    </a>
  ) : (
    <span className="mark">{inside}</span>
  );
}
