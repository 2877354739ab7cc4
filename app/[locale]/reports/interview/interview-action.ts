/** Where the pages of an interview post to, below the language. */
export const interviewAction = '/reports/interview/answers';
