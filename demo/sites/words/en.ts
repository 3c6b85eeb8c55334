import type { SiteWords } from '../words';

export const en: SiteWords = {
  about: 'About us',
  contact: 'Write to us',
  more: 'We are a small business, and we like it that way: whoever writes to us gets an answer from the people who do the work. We say beforehand what something costs and how long it takes, and we keep to it. If you are not sure what you need, ask us; a short talk costs nothing and often saves a long detour.',
  trades: {
    bakery: {
      tagline: 'Bread that was given time',
      about:
        'We bake while the town is asleep: sourdough, rolls and something sweet for the afternoon. All of it is mixed, shaped and baked in our own oven.',
      offers: [
        ['Sourdough', 'A long rise, a thick crust, an open crumb.'],
        ['Cakes to order', 'For birthdays, weddings and ordinary Tuesdays.'],
        ['Breakfast box', 'Rolls, butter and jam, ready when you are.'],
      ],
      pictures: ['A loaf on a wooden board', 'The oven before dawn', 'Rolls on the counter'],
    },
    dentist: {
      tagline: 'Calm hands and plain words',
      about:
        'We take our time, explain what we see and treat only what needs treating. Nervous guests are welcome and get the quiet room.',
      offers: [
        ['Check-up', 'A careful look, and the answer on the same day.'],
        ['Cleaning', 'Gentle, thorough, with a plan for home.'],
        ['Repair', 'Fillings and crowns in the colour of the tooth.'],
      ],
      pictures: ['The waiting room', 'The quiet treatment room', 'The entrance by the garden'],
    },
    'yoga studio': {
      tagline: 'An hour that belongs to you',
      about:
        'Small classes, warm floors and teachers who know your name. Beginners are at home here, and so are stiff backs.',
      offers: [
        ['Morning flow', 'Wake up slowly, leave brightly.'],
        ['Quiet evening', 'Long holds, low light, deep breath.'],
        ['Private lessons', 'For backs, births and busy weeks.'],
      ],
      pictures: ['The studio in the morning', 'A rolled mat by the window', 'Tea after class'],
    },
    'law office': {
      tagline: 'Clear advice before it is urgent',
      about:
        'We help small businesses and families with contracts, inheritance and disputes. You get an answer in words that you can use.',
      offers: [
        ['Contracts', 'Written so that both sides understand them.'],
        ['Inheritance', 'Settled while everyone still talks.'],
        ['Disputes', 'Firm in the matter, quiet in tone.'],
      ],
      pictures: ['The meeting room', 'Books along the wall', 'The house from the street'],
    },
    café: {
      tagline: 'Stay as long as the cup is warm',
      about:
        'We roast in small batches, bake in the morning and never hurry anyone. There is a table by the window for those who read.',
      offers: [
        ['Coffee', 'Roasted in the back room, ground to order.'],
        ['Lunch', 'Soup, bread and a salad of the season.'],
        ['Evenings', 'Readings and small concerts by lamplight.'],
      ],
      pictures: ['A cup on the bar', 'The table by the window', 'The roaster at work'],
    },
    'online shop': {
      tagline: 'Few things, chosen well',
      about:
        'We look for makers who do one thing properly and send it on to you, wrapped in paper and string. What breaks, we mend.',
      offers: [
        ['For the kitchen', 'Boards, bowls and knives that stay sharp.'],
        ['For the desk', 'Paper, ink and quiet order.'],
        ['As a present', 'Wrapped by hand, with your own words.'],
      ],
      pictures: ['Bowls on a shelf', 'A parcel with string', 'The packing table'],
    },
    architect: {
      tagline: 'Houses that fit the lives in them',
      about:
        'We draw, build and mend houses with those who will live there. We begin with the light and the neighbours, and end with the door handle.',
      offers: [
        ['New houses', 'From the first sketch to the key.'],
        ['Conversions', 'More room without a larger house.'],
        ['Advice', 'One visit before you buy.'],
      ],
      pictures: ['A house on a slope', 'Stairs in morning light', 'A model on the table'],
    },
    guesthouse: {
      tagline: 'A few rooms and a long breakfast',
      about:
        'Our house stands at the edge of the village, with an orchard behind it and a path to the water. Bicycles and good weather are free.',
      offers: [
        ['Rooms', 'Wooden floors, linen sheets, no television.'],
        ['Breakfast', 'Eggs from next door, bread from the village.'],
        ['Around us', 'Paths, a lake and a small museum.'],
      ],
      pictures: ['The house and its orchard', 'A room under the roof', 'The path to the water'],
    },
  },
};
