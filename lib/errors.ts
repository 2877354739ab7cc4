/** One catalogue: the whole part of each number is its HTTP status; the fraction keeps the codes apart. */
export const problems = {
  invalid_input: 400.1,
  unreadable_body: 400.2,
  not_signed_in: 401.1,
  wrong_credentials: 401.2,
  forbidden: 403.1,
  same_person: 403.2,
  cross_site: 403.3,
  not_found: 404.1,
  stale_version: 409.1,
  content_differs: 409.2,
  wrong_state: 409.3,
  already_done: 409.4,
  link_spent: 410.1,
  too_large: 413.1,
  not_enough_evidence: 422.1,
  too_many_requests: 429.1,
  intake_closed: 503.1,
  unavailable: 503.2,
} as const;
export type ProblemCode = keyof typeof problems;

export type ProblemDetail = {
  /** Field path -> message key below `errors`. */
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  [extension: string]: unknown;
};

/** The one error that verbs throw; the wire form is an RFC 9457 problem document. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;

  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return Math.floor(problems[this.code]);
  }
}

/** Next evaluates modules more than once in a process, so `instanceof` is not enough. */
export const isProblem = (error: unknown): error is Problem => error instanceof Error && error.name === 'Problem';
