'use client';

// The catalogue comes with the layout, and the layout is what failed: these few words were built in (next.config.js).
type Words = { code: string; dir: string; stop: string; call: string; text: string };
const words: Words[] = JSON.parse(process.env.SITE_DOWN ?? '[]');

export default function GlobalError() {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body
        style={{ font: '18px/1.5 system-ui, sans-serif', maxWidth: '34rem', margin: '2rem auto', padding: '0 1rem' }}
      >
        <title>Mineclue</title>
        <main role="alert">
          {words.map(({ code, dir, stop, call, text }) => (
            <p key={code} lang={code} dir={dir}>
              <strong>{stop}</strong> {call}
              <br />
              {text} <a href={`/${code}`}>Mineclue</a>
            </p>
          ))}
        </main>
      </body>
    </html>
  );
}
