import type { Asking } from './asking.ts';
import { CheckAnswers } from './check-answers.tsx';
import { Photos } from './photos/question-photos.tsx';
import { When } from './question-date.tsx';
import { Animals, Cause, People, Person } from './question-hurt.tsx';
import { Period, Signs } from './question-known.tsx';
import { Activated, Consent, Description, Marked, Moved, PositionOf, Reporter, Urgent } from './question-more.tsx';
import { Blasts, Device } from './question-object.tsx';
import { Place } from './question-place.tsx';
import { Before, Door, Kind } from './question-what.tsx';

const plain = {
  door: Door,
  kind: Kind,
  before: Before,
  signs: Signs,
  period: Period,
  place: Place,
  positionOf: PositionOf,
  urgent: Urgent,
  date: When,
  people: People,
  cause: Cause,
  activated: Activated,
  marked: Marked,
  moved: Moved,
  blasts: Blasts,
  description: Description,
  photos: Photos,
  reporter: Reporter,
  consent: Consent,
};

/** One page's question. */
export function Question({ asking, today }: { asking: Asking; today: string }) {
  const [id = '', index] = asking.step.split(':');
  if (id === 'check') return <CheckAnswers asking={asking} today={today} />;
  if (id === 'person') return <Person asking={asking} index={Number(index)} />;
  if (id === 'device') return <Device asking={asking} index={Number(index)} />;
  if (id === 'animals') return <Animals asking={asking} index={Number(index)} />;
  const Asked = plain[id as keyof typeof plain] as (props: { asking: Asking }) => React.ReactNode;
  return <Asked asking={asking} />;
}
