import type { Phrases } from '../phrases';
import { listWith, words } from './counting';

export const en: Phrases = {
  subject: {
    seen: [
      'A short note about your page',
      'How {site} did this quarter',
      'A fresh look at {site}',
      'What I noticed on {site}',
      'Your quarterly look at {site}',
    ],
    unseen: ['A short note about your page', 'I could not get a look at {site}'],
    hello: ['A short hello', 'A short hello, {name}', 'How are things, {name}?'],
  },
  greeting: ['Hello,', 'Hello {name},', 'Dear {name},', 'Hi {name},'],
  seen: [
    'Another quarter has gone by, so I went through your page again, the way I do for everyone I have worked with.',
    'Another quarter has gone by, so I went through {site} again, the way I do for everyone I have worked with.',
    'It is time for our quarterly look at {site}. I opened the page as a visitor would and checked what people and search engines notice first.',
    'For {period} I have gone over {site} once more, with the eyes of a visitor and those of a search engine.',
  ],
  unseen: [
    'I wanted to go through your page as I do every quarter, but this time I did not get to see it. It may only have been a bad moment.',
    'I wanted to go through {site} as I do every quarter, but I did not get far: {why}. It may well be meant that way, or it may only have been a bad moment.',
    'My quarterly look at {site} ended early this time: {why}. Perhaps it was only a passing hiccup, so there is no need to worry yet.',
  ],
  unseenMore: [
    'If you notice the same when you open it yourself, or if a customer mentions it, tell me and I will gladly look into it with you. Otherwise I will simply try again next quarter.',
  ],
  hello: [
    'Once a quarter I write to the people I have worked with, and today it is your turn. There is no report this time, just a word to ask how things are going.',
    'A quarter goes by quickly, so I wanted to send you a few lines. There is nothing to measure this time; I would simply like to hear how you are.',
  ],
  helloMore: [
    'If something has changed on your side, a new service, new opening times or a plan for the months to come, I would be glad to hear about it. Often a small change in how you present yourself is all it takes.',
  ],
  past: [
    'We worked on your {work} together, and I still like to know how it is holding up.',
    'Since our work on your {work} I have kept a friendly eye on how things develop.',
  ],
  script: ['Your page is filled in by a script, so I could only judge what stands in its head.'],
  allWell: [
    'The short version: everything that I check is in order. The details are here:',
    'There is only good news this time. This is what I looked at:',
  ],
  mixed: [
    'Some of it is just as it should be, and some of it could do with a little attention. Here is what I found:',
    'The page has its strengths, and there is something that could be better. Here is the list, what matters most first:',
  ],
  allWrong: ['There is something to put right this time. Here is what I found:'],
  advice: [
    'I would begin at the top of the list; each point says what to do about it.',
    'If you only do one thing, let it be this. {remedy}',
    'This is where I would begin. {remedy}',
    'Here is my suggestion for a first step. {remedy}',
  ],
  adviceOnly: ['It is the only point on my list this time; all the rest can stay as it is.'],
  adviceMore: ['The rest can wait for a quiet afternoon.'],
  nothingToDo: [
    'So there is nothing for you to do. I only wanted you to know that the page is in good shape and that somebody keeps an eye on it.',
  ],
  offerNeeded: [
    'There is also something that may fit what you do.',
    'I had “{need}” down as something you could use next, so {name} came to mind.',
  ],
  offerFirst: [
    'There is also something that may fit what you do.',
    'While I was at it, I thought of something that may suit you: {name}.',
    'There is also something that may fit what you do, and that is {name}.',
  ],
  offerNext: [
    'And here is something for another corner of your work.',
    'The other thing I would like to mention is {name}.',
    'And for another corner of your work there is {name}.',
  ],
  quotedFacts: ['{facts}'],
  invitation: [
    'If you would like a hand with any of this, just answer this letter and we will find a time.',
    'If anything here raises a question, simply reply; I am happy to explain or to help.',
  ],
  wish: ['I wish you a good and lively season.', 'Take good care until the next letter.'],
  signOff: ['Warm regards,', 'Best wishes,', 'All the best,'],
  between: ' ',
  list: listWith('and'),
  length: words,
};
