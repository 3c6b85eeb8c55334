import { type Design, offerBlocks } from '../look';

/** A centred column under an arch of warm colour. */
export const hearth: Design = {
  id: 'hearth',
  style: ({ ink, soft, paper, tint, accent }) => `
    body { margin: 0; background: ${paper}; color: ${ink}; font: 18px/1.65 Georgia, 'Noto Serif', 'Noto Serif CJK TC', serif; }
    header { background: ${tint}; padding: 64px 24px 120px; text-align: center; border-radius: 0 0 50% 50% / 0 0 90px 90px; }
    .main-heading { margin: 0; font-size: 46px; font-weight: 600; line-height: 1.2; }
    .tagline { margin: 12px 0 0; color: ${soft}; font-style: italic; }
    .hero img { display: block; width: min(680px, 90%); margin: -80px auto 0; border-radius: 12px; }
    main { max-width: 680px; margin: 0 auto; padding: 24px; }
    .about-heading { color: ${accent}; font-size: 27px; margin: 40px 0 8px; }
    .offers { display: grid; gap: 4px; border-top: 1px solid ${tint}; margin-top: 32px; }
    .offer { display: grid; grid-template-columns: 11em 1fr; gap: 16px; border-bottom: 1px solid ${tint}; padding: 12px 0; }
    .offer h2, .offer p { margin: 0; font-size: 18px; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin: 32px 0; }
    .pair img { width: 100%; border-radius: 12px; }
    footer { text-align: center; padding: 32px; color: ${soft}; }
    a { color: ${accent}; }`,
  body: (parts) => `
    <header>
      ${parts.mainHeading}
      <p class="tagline">${parts.tagline}</p>
    </header>
    <div class="hero">${parts.pictures[0]}</div>
    <main>
      ${parts.aboutHeading}
      <p>${parts.about}</p>
      <div class="offers">${offerBlocks(parts)}</div>
      <div class="pair">${parts.pictures[1]}${parts.pictures[2]}</div>
    </main>
    <footer>${parts.contactTitle}: ${parts.mail}</footer>`,
};
