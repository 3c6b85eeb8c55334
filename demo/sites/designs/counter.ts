import { type Design, offerBlocks } from '../look';

/** A shop window: a coloured bar and cards in a row. */
export const counter: Design = {
  id: 'counter',
  style: ({ ink, soft, paper, tint, accent, deep }) => `
    body { margin: 0; background: ${tint}; color: ${ink}; font: 16px/1.6 'Trebuchet MS', 'Segoe UI', 'Noto Sans', 'Noto Sans CJK TC', sans-serif; }
    header { background: ${deep}; color: ${paper}; padding: 20px 32px; display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; }
    .main-heading { margin: 0; font-size: 26px; }
    .tagline { margin: 0; opacity: 0.85; }
    main { max-width: 1040px; margin: 0 auto; padding: 32px; }
    .cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px; }
    .card { background: ${paper}; border-radius: 10px; overflow: hidden; box-shadow: 0 2px 10px rgb(0 0 0 / 8%); }
    .card img { width: 100%; display: block; }
    .offer { padding: 12px 20px 20px; }
    .offer h2 { margin: 0 0 4px; color: ${accent}; }
    .offer p { margin: 0; color: ${soft}; }
    .about { background: ${paper}; border-left: 6px solid ${accent}; margin-top: 32px; padding: 20px 28px; border-radius: 0 10px 10px 0; }
    .about-heading { margin: 0 0 4px; font-size: 22px; }
    footer { padding: 24px 32px 40px; text-align: center; }
    @media (max-width: 640px) { .cards { grid-template-columns: 1fr; } }`,
  body: (parts) => `
    <header>
      ${parts.mainHeading}
      <p class="tagline">${parts.tagline}</p>
    </header>
    <main>
      <div class="cards">${cards(offerBlocks(parts).split('\n'), parts.pictures)}</div>
      <div class="about">
        ${parts.aboutHeading}
        <p>${parts.about}</p>
      </div>
    </main>
    <footer>${parts.contactTitle}: ${parts.mail}</footer>`,
};

function cards(offers: string[], pictures: readonly string[]): string {
  return pictures
    .map((picture, i) => `<div class="card">${picture}${offers[i] ?? ''}</div>`)
    .join('\n');
}
