'use client';
import { useErrorWords } from '../_ui/error-words.tsx';

export default function ErrorPage({ reset }: { reset: () => void }) {
  const words = useErrorWords();
  if (!words) return null;
  return (
    <>
      {words.safety}
      <main className="content content-column" role="alert">
        <title>{words.title}</title>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <p className="button-row">
          <button type="button" className="button" onClick={reset}>
            {words.tryAgain}
          </button>
          <a className="button button-second" href={words.homeHref}>
            {words.toHome}
          </a>
        </p>
      </main>
    </>
  );
}
