import type { ComponentProps, ReactNode } from 'react';
import type { Context } from '../../../../lib/context.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import type { Answers } from '../../../../lib/reports/form/answers.ts';
import { toReport } from '../../../../lib/reports/form/to-report.ts';
import { bakuDay } from '../../../../lib/reports/rules.ts';
import { takeSend } from '../../../../lib/reports/send-limit.ts';
import { type Submitted, submitReport } from '../../../../lib/reports/submit-report.ts';
import { clientAddress } from '../../../_http/client-address.ts';
import type { Asking } from './asking.ts';
import { ReceiptPage } from './receipt-page.tsx';

/** `nearby`: what the page may hint at, see `hintToldNearby`. */
export type Sent = { stored: Submitted; nearby: Nearby; answers: Answers };
type Nearby = ComponentProps<typeof ReceiptPage>['nearby'];

/** Who goes down the path of questions: where the answers are posted, kept meanwhile, and how they are sent. */
export type FormMode = {
  /** The path below the language. */
  action: string;
  /** The answers that a posted page adds to, where newer ones are kept than the page itself carries. */
  newest?: (ctx: Context, answers: Answers) => Promise<Answers>;
  /** Called for every page before it is shown: the answers as kept, and what stands above the question. */
  keep?: (
    ctx: Context,
    answers: Answers,
    step: string,
    locale: Locale,
  ) => Promise<{ answers: Answers; above?: ReactNode }>;
  /** Stops here with what was typed; null where the page itself must say why not. */
  close?: (ctx: Context, asking: Asking, answers: Answers, step: string) => Promise<Response | null>;
  send: (ctx: Context, request: Request, answers: Answers, locale: Locale) => Promise<Submitted>;
  receipt: (asking: Asking, sent: Sent) => ReactNode | Promise<ReactNode>;
};

/** Everybody's: nothing is kept but in the page itself. */
export const publicForm: FormMode = {
  action: '/reports/new',
  send: (ctx, request, answers, locale) => {
    takeSend(clientAddress(request), ctx.now);
    return submitReport(ctx, toReport(answers, locale, bakuDay(ctx.now)));
  },
  receipt: (asking, { stored, nearby }) => <ReceiptPage asking={asking} sent={stored} nearby={nearby} />,
};
