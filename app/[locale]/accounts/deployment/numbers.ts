export const numberRows = [0, 1, 2, 3] as const;
export const numberParts = ['country', 'label', 'number'] as const;
export const numberField = (row: number, part: (typeof numberParts)[number]) => `emergencyNumbers.${row}.${part}`;

/** The rows in which something stands, in the form's order; rows left empty are no numbers. */
export const numbersFromForm = (values: Record<string, string>) =>
  numberRows
    .map((row) => ({
      country: values[numberField(row, 'country')] ?? '',
      label: values[numberField(row, 'label')] ?? '',
      number: values[numberField(row, 'number')] ?? '',
    }))
    .filter(({ country, label, number }) => `${country}${label}${number}`.trim() !== '');
