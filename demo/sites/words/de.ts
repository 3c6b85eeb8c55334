import type { SiteWords } from '../words';

export const de: SiteWords = {
  about: 'Über uns',
  contact: 'Schreiben Sie uns',
  more: 'Wir sind ein kleiner Betrieb und bleiben es gern: Wer uns schreibt, bekommt Antwort von denen, die die Arbeit tun. Wir sagen vorher, was etwas kostet und wie lange es dauert, und halten uns daran. Wenn Sie nicht sicher sind, was Sie brauchen, fragen Sie uns; ein kurzes Gespräch kostet nichts und erspart oft einen langen Umweg.',
  trades: {
    bakery: {
      tagline: 'Brot, das Zeit hatte',
      about:
        'Wir backen, wenn die Stadt noch schläft: Sauerteig, Brötchen und etwas Süßes für den Nachmittag. Alles wird bei uns geknetet, geformt und gebacken.',
      offers: [
        ['Sauerteig', 'Lange Ruhe, kräftige Kruste, lockere Krume.'],
        ['Torten auf Bestellung', 'Für Geburtstage, Hochzeiten und ganz normale Dienstage.'],
        ['Frühstückskiste', 'Brötchen, Butter und Marmelade, fertig gepackt.'],
      ],
      pictures: ['Ein Laib auf dem Holzbrett', 'Der Ofen vor Sonnenaufgang', 'Brötchen im Regal'],
    },
    dentist: {
      tagline: 'Ruhige Hände, klare Worte',
      about:
        'Wir nehmen uns Zeit, erklären, was wir sehen, und behandeln nur, was nötig ist. Wer Angst mitbringt, ist willkommen und bekommt das stille Zimmer.',
      offers: [
        ['Kontrolle', 'Ein sorgfältiger Blick und die Antwort am selben Tag.'],
        ['Reinigung', 'Sanft, gründlich und mit einem Plan für zu Hause.'],
        ['Füllungen', 'In der Farbe des Zahns.'],
      ],
      pictures: ['Das Wartezimmer', 'Das stille Behandlungszimmer', 'Der Eingang am Garten'],
    },
    'yoga studio': {
      tagline: 'Eine Stunde, die Ihnen gehört',
      about:
        'Kleine Gruppen, warme Böden und Lehrerinnen, die Ihren Namen kennen. Wer anfängt, ist hier richtig, wer einen steifen Rücken hat, auch.',
      offers: [
        ['Morgenstunde', 'Langsam wach werden, hell hinausgehen.'],
        ['Stiller Abend', 'Lange Haltungen, wenig Licht, tiefer Atem.'],
        ['Einzelstunden', 'Für Rücken, Geburten und volle Wochen.'],
      ],
      pictures: ['Das Studio am Morgen', 'Eine Matte am Fenster', 'Tee nach der Stunde'],
    },
    'law office': {
      tagline: 'Klarer Rat, bevor es eilt',
      about:
        'Wir helfen kleinen Betrieben und Familien bei Verträgen, Erbschaften und Streit. Sie bekommen eine Antwort in Worten, mit denen Sie etwas anfangen können.',
      offers: [
        ['Verträge', 'So geschrieben, dass beide Seiten sie verstehen.'],
        ['Erbrecht', 'Geregelt, solange alle miteinander reden.'],
        ['Streitfälle', 'In der Sache fest, im Ton ruhig.'],
      ],
      pictures: ['Das Besprechungszimmer', 'Bücher an der Wand', 'Das Haus von der Straße'],
    },
    café: {
      tagline: 'Bleiben Sie, solange die Tasse warm ist',
      about:
        'Wir rösten in kleinen Mengen, backen am Morgen und drängen niemanden. Für alle, die lesen, steht ein Tisch am Fenster.',
      offers: [
        ['Kaffee', 'Im Hinterzimmer geröstet, frisch gemahlen.'],
        ['Mittag', 'Suppe, Brot und ein Salat der Jahreszeit.'],
        ['Abende', 'Lesungen und kleine Konzerte bei Lampenlicht.'],
      ],
      pictures: ['Eine Tasse auf der Theke', 'Der Tisch am Fenster', 'Die Röstmaschine'],
    },
    'online shop': {
      tagline: 'Wenige Dinge, gut gewählt',
      about:
        'Wir suchen Menschen, die eine Sache richtig machen, und schicken sie Ihnen, in Papier und Schnur gewickelt. Was bricht, reparieren wir.',
      offers: [
        ['Für die Küche', 'Bretter, Schalen und Messer, die scharf bleiben.'],
        ['Für den Schreibtisch', 'Papier, Tinte und stille Ordnung.'],
        ['Zum Verschenken', 'Von Hand verpackt, mit Ihren Worten.'],
      ],
      pictures: ['Schalen im Regal', 'Ein Paket mit Schnur', 'Der Packtisch'],
    },
    architect: {
      tagline: 'Häuser, die zum Leben passen',
      about:
        'Wir zeichnen, bauen und erneuern Häuser mit denen, die darin wohnen werden. Am Anfang stehen Licht und Nachbarn, am Ende der Türgriff.',
      offers: [
        ['Neubau', 'Von der ersten Skizze bis zum Schlüssel.'],
        ['Umbau', 'Mehr Raum, ohne dass das Haus wächst.'],
        ['Beratung', 'Ein Besuch, bevor Sie kaufen.'],
      ],
      pictures: ['Ein Haus am Hang', 'Eine Treppe im Morgenlicht', 'Ein Modell auf dem Tisch'],
    },
    guesthouse: {
      tagline: 'Wenige Zimmer, langes Frühstück',
      about:
        'Unser Haus steht am Rand des Dorfes, dahinter Obstwiesen und ein Weg zum Wasser. Fahrräder und gutes Wetter kosten nichts.',
      offers: [
        ['Zimmer', 'Holzböden, Leinen, kein Fernseher.'],
        ['Frühstück', 'Eier vom Nachbarn, Brot aus dem Dorf.'],
        ['Ringsum', 'Wege, ein See und ein kleines Museum.'],
      ],
      pictures: ['Das Haus mit Obstwiese', 'Ein Zimmer unterm Dach', 'Der Weg zum Wasser'],
    },
  },
};
