/** Fields `class.<kind>.<condition>` of a form or an address, as rows of the table. */
export const rowsOf = (values: Record<string, string | string[] | undefined>) =>
  Object.entries(values).flatMap(([name, evidenceClass]) => {
    const [field, kind, condition] = name.split('.');
    return field === 'class' && kind && condition ? [{ kind, condition, evidenceClass }] : [];
  });
