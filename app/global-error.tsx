'use client';

// The catalogue came with the layout, and the layout is what failed: these few words stand for themselves.
const words = [
  ['az', 'Sayt hazırda açılmır. Bir az sonra yenidən cəhd edin.'],
  ['hy', 'Կայքն այս պահին չի բացվում։ Փորձեք մի փոքր անց։'],
  ['ru', 'Сайт сейчас не открывается. Попробуйте чуть позже.'],
  ['en', 'The site does not open at the moment. Try again in a little while.'],
] as const;

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
