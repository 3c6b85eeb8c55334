import { type Design, offerBlocks } from '../look';

/** An evening page: a wide picture with the name in its light. */
export const lantern: Design = {
  id: 'lantern',
  style: ({ paper, tint, accent, deep }) => `
    body { margin: 0; background: ${deep}; color: ${paper}; font: 17px/1.7 'Optima', 'Candara', 'Noto Sans', 'Noto Sans CJK TC', sans-serif; }
    .hero { position: relative; max-height: 62vh; overflow: hidden; }
    .hero img { width: 100%; display: block; filter: brightness(0.62) saturate(1.1); }
    .hero header { position: absolute; inset: auto 0 0; padding: 32px 8vw 40px; }
    .main-heading { margin: 0; font-size: clamp(32px, 6vw, 60px); line-height: 1.1; text-shadow: 0 2px 18px rgb(0 0 0 / 60%); }
    .tagline { margin: 8px 0 0; font-size: 20px; color: ${tint}; text-shadow: 0 1px 8px rgb(0 0 0 / 70%); }
    main { display: grid; grid-template-columns: 1fr 1fr; gap: 56px; padding: 56px 8vw; }
    .about-heading { margin: 0 0 8px; color: ${tint}; font-size: 27px; }
    .offer { padding-left: 20px; border-left: 3px solid ${accent}; margin-bottom: 20px; }
    .offer h2, .offer p { margin: 0; }
    .strip { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; }
    .strip img { width: 100%; display: block; }
    footer { padding: 32px 8vw; color: ${tint}; }
    @media (max-width: 640px) { main { grid-template-columns: 1fr; gap: 24px; } }`,
  body: (parts) => `
    <div class="hero">
      ${parts.pictures[0]}
      <header>
        ${parts.mainHeading}
        <p class="tagline">${parts.tagline}</p>
      </header>
    </div>
    <main>
      <div>
        ${parts.aboutHeading}
        <p>${parts.about}</p>
      </div>
      <div>${offerBlocks(parts)}</div>
    </main>
    <div class="strip">${parts.pictures[1]}${parts.pictures[2]}</div>
    <footer>${parts.contactTitle}: ${parts.mail}</footer>`,
};
