import { type Design, offerBlocks } from '../look';

/** Much air, round shapes and a light hand. */
export const breeze: Design = {
  id: 'breeze',
  style: ({ ink, soft, paper, tint, accent }) => `
    body { margin: 0; background: ${paper}; color: ${ink}; font: 300 18px/1.75 'Avenir Next', 'Segoe UI', 'Noto Sans', 'Noto Sans CJK TC', sans-serif; }
    header { display: grid; grid-template-columns: 1fr 1fr; align-items: center; gap: 48px; max-width: 1060px; margin: 0 auto; padding: 72px 32px; }
    header img { width: 100%; aspect-ratio: 1; object-fit: cover; border-radius: 50%; }
    .main-heading { margin: 0; font-size: 52px; font-weight: 200; line-height: 1.15; }
    .tagline { color: ${accent}; font-size: 21px; margin: 16px 0 0; }
    .band { background: ${tint}; }
    .band div { max-width: 720px; margin: 0 auto; padding: 56px 32px; text-align: center; }
    .about-heading { font-weight: 300; font-size: 30px; margin: 0 0 8px; }
    .offers { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; max-width: 1000px; margin: 0 auto; padding: 56px 32px; text-align: center; }
    .offer h2 { font-weight: 400; margin: 0 0 4px; }
    .offer p { margin: 0; color: ${soft}; }
    .strip { display: flex; gap: 24px; justify-content: center; padding: 0 32px 56px; }
    .strip img { width: min(300px, 42%); border-radius: 28px; }
    footer { text-align: center; padding: 24px 32px 48px; color: ${soft}; }
    @media (max-width: 640px) { header, .offers { grid-template-columns: 1fr; } }`,
  body: (parts) => `
    <header>
      <div>
        ${parts.mainHeading}
        <p class="tagline">${parts.tagline}</p>
      </div>
      ${parts.pictures[0]}
    </header>
    <div class="band"><div>
      ${parts.aboutHeading}
      <p>${parts.about}</p>
    </div></div>
    <div class="offers">${offerBlocks(parts)}</div>
    <div class="strip">${parts.pictures[1]}${parts.pictures[2]}</div>
    <footer>${parts.contactTitle}: ${parts.mail}</footer>`,
};
