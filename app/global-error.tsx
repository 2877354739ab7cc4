'use client';

// The catalogue comes with the layout, and the layout is what failed: these few words were built in (next.config.js).
const words = Object.entries(JSON.parse(process.env.SITE_DOWN ?? '{}') as Record<string, string>);

export default function GlobalError() {
  return (
    <html lang="en">
      <body
        style={{ font: '18px/1.5 system-ui, sans-serif', maxWidth: '34rem', margin: '2rem auto', padding: '0 1rem' }}
      >
        <title>Mineclue</title>
        <main role="alert">
          {words.map(([locale, text]) => (
            <p key={locale} lang={locale}>
              {text} <a href={`/${locale}`}>Mineclue</a>
            </p>
          ))}
        </main>
      </body>
    </html>
  );
}
