import { type Design, offerBlocks } from '../look';

/** A column at the side that stays, and the story beside it. */
export const porch: Design = {
  id: 'porch',
  style: ({ ink, soft, paper, tint, accent, deep }) => `
    body { margin: 0; display: grid; grid-template-columns: 320px 1fr; min-height: 100vh; background: ${paper}; color: ${ink}; font: 17px/1.65 'Segoe UI', 'Noto Sans', 'Noto Sans CJK TC', sans-serif; }
    header { background: ${deep}; color: ${paper}; padding: 56px 32px; }
    .main-heading { margin: 0; font-size: 34px; line-height: 1.2; }
    .tagline { margin: 12px 0 32px; opacity: 0.85; }
    .offer { border-top: 1px solid ${accent}; padding: 12px 0; }
    .offer h2 { margin: 0; font-size: 17px; }
    .offer p { margin: 0; opacity: 0.85; font-size: 15px; }
    main { padding: 56px 48px; max-width: 720px; }
    main img { width: 100%; border-radius: 4px; }
    .about-heading { color: ${accent}; margin: 32px 0 4px; }
    .pair { display: grid; grid-template-columns: 2fr 3fr; gap: 16px; align-items: start; margin-top: 24px; }
    footer { margin-top: 32px; padding-top: 16px; border-top: 4px solid ${tint}; color: ${soft}; }
    @media (max-width: 700px) { body { grid-template-columns: 1fr; } main { padding: 24px; } }`,
  body: (parts) => `
    <header>
      ${parts.mainHeading}
      <p class="tagline">${parts.tagline}</p>
      ${offerBlocks(parts)}
    </header>
    <main>
      ${parts.pictures[0]}
      ${parts.aboutHeading}
      <p>${parts.about}</p>
      <div class="pair">${parts.pictures[1]}${parts.pictures[2]}</div>
      <footer>${parts.contactTitle}: ${parts.mail}</footer>
    </main>`,
};
