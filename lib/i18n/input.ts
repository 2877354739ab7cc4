import * as z from 'zod/mini';

/** A language by its code. Which there are is no list in the code: `isLocale` knows, since each is a file. */
export const languageCode = (problem = 'value_invalid') => z.string(problem).check(z.regex(/^[a-z]{2,3}$/, problem));
