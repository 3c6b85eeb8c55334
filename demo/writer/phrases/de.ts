import type { Phrases } from '../phrases';
import { listWith, words } from './counting';

/** What follows the greeting begins small, as its comma asks for. */
export const de: Phrases = {
  subject: {
    seen: [
      'Ein kurzer Gruß zu Ihrer Seite',
      'So steht es um {site}',
      'Ein frischer Blick auf {site}',
      'Was mir auf {site} aufgefallen ist',
    ],
    unseen: ['Ein kurzer Gruß zu Ihrer Seite', 'Mein Blick auf {site}, diesmal ohne Ergebnis'],
    hello: ['Ein kurzer Gruß', 'Ein kurzer Gruß, {name}', 'Wie geht es Ihnen, {name}?'],
  },
  greeting: ['Guten Tag,', 'Guten Tag {name},', 'Hallo {name},'],
  seen: [
    'wieder ist ein Quartal vergangen, und so habe ich mir Ihre Seite noch einmal vorgenommen, wie bei allen, mit denen ich gearbeitet habe.',
    'wieder ist ein Quartal vergangen, und so habe ich mir {site} noch einmal vorgenommen, wie bei allen, mit denen ich gearbeitet habe.',
    'es ist Zeit für unseren Blick auf {site}. Ich habe die Seite geöffnet, wie es Besucher tun, und geprüft, was Menschen und Suchmaschinen zuerst bemerken.',
    'für das {period} habe ich {site} wieder durchgesehen, mit den Augen eines Besuchers und denen einer Suchmaschine.',
  ],
  unseen: [
    'eigentlich wollte ich mir Ihre Seite ansehen, wie in jedem Quartal, doch diesmal habe ich sie nicht zu Gesicht bekommen. Vielleicht war es nur ein schlechter Augenblick.',
    'eigentlich wollte ich mir {site} ansehen, wie in jedem Quartal, doch weit bin ich nicht gekommen: {why}. Vielleicht soll es so sein, vielleicht war es nur ein schlechter Augenblick.',
    'mein Blick auf {site} war diesmal schnell zu Ende: {why}. Vielleicht war es nur ein Schluckauf, ein Grund zur Sorge ist es noch nicht.',
  ],
  unseenMore: [
    'Falls Ihnen beim Öffnen dasselbe auffällt oder jemand Sie darauf anspricht, sagen Sie mir Bescheid, dann sehe ich gern mit Ihnen zusammen nach. Andernfalls versuche ich es im nächsten Quartal einfach noch einmal.',
  ],
  hello: [
    'einmal im Quartal schreibe ich den Menschen, mit denen ich gearbeitet habe, und heute sind Sie an der Reihe. Einen Bericht gibt es diesmal nicht, nur die Frage, wie es bei Ihnen läuft.',
    'ein Quartal ist schnell vorbei, deshalb wollte ich Ihnen ein paar Zeilen schicken. Zu messen gibt es diesmal nichts; ich wüsste einfach gern, wie es Ihnen geht.',
  ],
  helloMore: [
    'Wenn sich bei Ihnen etwas verändert hat, ein neues Angebot, andere Öffnungszeiten oder ein Plan für die kommenden Monate, dann erzählen Sie mir gern davon. Oft genügt schon eine kleine Änderung daran, wie Sie sich zeigen.',
  ],
  past: [
    'Seit unserer gemeinsamen Arbeit ({work}) behalte ich freundlich im Auge, wie es weitergeht.',
    'Unsere gemeinsame Arbeit ({work}) liegt mir noch immer am Herzen.',
  ],
  script: [
    'Ihre Seite wird von einem Skript gefüllt; beurteilen konnte ich nur, was in ihrem Kopf steht.',
  ],
  allWell: [
    'Kurz gesagt: Alles, was ich prüfe, ist in Ordnung. Hier sind die Einzelheiten:',
    'Diesmal gibt es nur gute Nachrichten. Das habe ich mir angesehen:',
  ],
  mixed: [
    'Manches ist genau so, wie es sein soll, anderes könnte etwas Zuwendung brauchen. Das habe ich gefunden:',
    'Die Seite hat ihre Stärken, und einiges lässt sich noch verbessern. Hier ist die Liste, das Wichtigste zuerst:',
  ],
  allWrong: [
    'Diesmal habe ich etwas gefunden, das in Ordnung gebracht werden sollte. Hier sehen Sie, worum es geht:',
  ],
  advice: [
    'Ich würde oben in der Liste anfangen; bei jedem Punkt steht, was zu tun ist.',
    'Wenn Sie nur eines tun, dann dies: {remedy}',
    'Damit würde ich anfangen: {remedy}',
    'Mein Vorschlag für den ersten Schritt: {remedy}',
  ],
  adviceOnly: [
    'Es ist diesmal der einzige Punkt auf meiner Liste, alles andere kann bleiben, wie es ist.',
  ],
  adviceMore: ['Der Rest hat Zeit, bis Sie einmal einen ruhigen Nachmittag dafür finden.'],
  nothingToDo: [
    'Für Sie gibt es also nichts zu tun. Ich wollte Sie nur wissen lassen, dass die Seite gut dasteht und dass jemand ein Auge auf sie hat.',
  ],
  offerNeeded: [
    'Es gibt außerdem etwas, das zu Ihrer Arbeit passen könnte.',
    'Bei Ihnen hatte ich mir „{need}“ für später notiert, und dabei kam mir {name} in den Sinn.',
  ],
  offerFirst: [
    'Es gibt außerdem etwas, das zu Ihrer Arbeit passen könnte.',
    'Nebenbei ist mir etwas eingefallen, das zu Ihnen passen könnte: {name}.',
    'Es gibt außerdem etwas, das zu Ihrer Arbeit passen könnte, nämlich {name}.',
  ],
  offerNext: [
    'Und hier ist etwas für eine andere Ecke Ihrer Arbeit.',
    'Das andere, was ich erwähnen möchte, ist {name}.',
    'Und für eine andere Ecke Ihrer Arbeit gibt es {name}.',
  ],
  quotedFacts: ['In meinen Notizen steht dazu: „{facts}“'],
  invitation: [
    'Wenn Sie bei etwas davon Hilfe möchten, antworten Sie einfach auf diesen Brief, dann finden wir einen Termin.',
    'Falls dazu eine Frage offenbleibt, antworten Sie einfach auf diesen Brief; ich erkläre es gern oder packe mit an.',
  ],
  wish: [
    'Ich wünsche Ihnen gute und lebhafte Wochen.',
    'Kommen Sie gut durch die nächsten Wochen.',
  ],
  signOff: ['Herzliche Grüße', 'Mit besten Grüßen', 'Viele Grüße'],
  between: ' ',
  list: listWith('und'),
  length: words,
};
