import { useEffect, useState } from 'react';
import type { MapPayload } from './map-payload.ts';

const pollEveryMilliseconds = 2000;

type Ask = {
  /** Nothing is fetched before. */
  asked: boolean;
  payloadUrl: string;
  /** Asked every two seconds for `{ number }`; a new number fetches the payload again. */
  versionUrl?: string;
};

/** What a map draws, fetched once asked for and, where there is a version to ask, kept current. */
export function useLivePayload({ asked, payloadUrl, versionUrl }: Ask) {
  const [payload, setPayload] = useState<MapPayload>();
  const [failed, setFailed] = useState(false);
  const [behind, setBehind] = useState(false);

  useEffect(() => {
    if (!asked) return;
    let gone = false;
    let number: number | undefined;
    const load = async () => {
      const answer = await fetch(payloadUrl);
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh: MapPayload = await answer.json();
      number = fresh.number;
      if (!gone) setPayload(fresh);
    };
    load().catch(() => setFailed(true));
    const timer = versionUrl
      ? setInterval(async () => {
          if (document.hidden) return;
          try {
            const now = await (await fetch(versionUrl)).json();
            if (number !== undefined && now.number !== number) await load();
            if (!gone) setBehind(false);
          } catch {
            // an old layer must not pass for the live one; the next poll tries again
            if (!gone) setBehind(true);
          }
        }, pollEveryMilliseconds)
      : undefined;
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [asked, payloadUrl, versionUrl]);

  return { payload, failed, behind };
}
