/** Official feedback on a verified clue: was ordnance found where it pointed? coverage: share of its 95 % shape searched. */
export type Feedback = { grade: string; found: boolean; coverage: number };

// "Not found" counts only when clearance or technical survey covered this share of the clue's 95 % shape.
export const LEAST_COVERAGE = 0.95;

/**
 * Reliability per grade of evidence, q = (confirmed + 1) / (judged + 2) (Laplace's rule of succession). Never per person:
 * the grade is the only key. An unjudged grade has 1/2.
 */
export function gradeReliability(feedback: readonly Feedback[]): (grade: string) => number {
  const counts = new Map<string, { confirmed: number; judged: number }>();
  for (const { grade, found, coverage } of feedback) {
    if (!found && !(coverage >= LEAST_COVERAGE)) continue;
    const count = counts.get(grade) ?? { confirmed: 0, judged: 0 };
    count.judged++;
    if (found) count.confirmed++;
    counts.set(grade, count);
  }
  return (grade) => {
    const { confirmed, judged } = counts.get(grade) ?? { confirmed: 0, judged: 0 };
    return (confirmed + 1) / (judged + 2);
  };
}
