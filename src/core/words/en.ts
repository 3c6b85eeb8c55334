import type { Words } from './words';

export const en: Words = {
  language: 'English',
  quarter: 'quarter {quarter} of {year}',
  letter: {
    greeting: 'Hello {name},',
    measured: 'This is what I measured on {site}.',
    couldNotLook: 'I wanted to look at {site}, but {why}. If that is not as it should be, tell me.',
    filledByScript:
      'Your page is filled by a script, so I could only judge what stands in its head.',
    offer: 'Something that may fit what you do:',
    closing: 'If you have a question about any of this, just answer this letter.',
    disclosure:
      'Please note: the links below are affiliate links. If you buy through one, I get a commission from the seller; you pay nothing extra.',
    disclosureAgain: 'This, too, is an affiliate link:',
    why: 'You get this letter because you agreed to hear from {sender} ({basis}).',
    whyWorked: 'You get this letter because {sender} has worked with you.',
    unsubscribe: 'Unsubscribe',
  },
  line: {
    stop: 'To stop these letters, just answer “{word}”.',
    stopWord: 'stop',
    go: 'Take a look',
    invite: 'Prefer LINE? Add {id} there and send me this code: {code}',
  },
  occasions: {
    hello: {
      subject: 'A short hello, {name}',
      opening: 'I hope your work is going well.',
      closing: 'If there is something that I can help with, just answer this letter.',
    },
    monthly: {
      subject: 'This month’s letter for {name}',
      opening:
        'Once a month I write to the people I have worked with. I hope your work is going well.',
      closing: 'If you have a question about any of this, just answer this letter.',
    },
    yearly: {
      subject: 'Thank you for another year, {name}',
      opening:
        'Another year has passed since we began to work together. Thank you for your trust; I have enjoyed working with you.',
      closing:
        'What are you planning next? Just answer this letter, I would be glad to hear of it.',
    },
    stage: {
      subject: 'Thank you, {name}',
      opening:
        'Thank you for working with me on our project. I hope that you like the result and that it serves you well.',
      closing:
        'May I ask you for a short review? A few honest sentences that I may show to others are enough; simply answer this letter. And if something is not as it should be, please tell me that as well.',
    },
    after: {
      subject: 'Following up, {name}',
      opening:
        'I would like to follow up on my earlier letter. I hope that all is running well on your side.',
      closing:
        'If something is not running as it should, or you have a question, just answer this letter.',
    },
    tapped: {
      subject: 'Do you have any questions?',
      opening:
        'In an earlier letter I mentioned {product}. If you are thinking about it, I am glad to help you with the choice.',
      closing:
        'Which question is still open? Just answer this letter. And if it is not for you, that is quite all right.',
    },
    bought: {
      subject: 'How is it working out, {name}?',
      opening:
        'I recommended something to you earlier, and I would like to ask how you are getting on with it.',
      closing:
        'If something is not as you hoped, or you need help with it, just answer this letter.',
    },
    dormant: {
      subject: 'It has been a while, {name}',
      opening: 'It has been a while since I last heard from you. I hope that you are well.',
      closing:
        'Are these letters still useful to you? A short answer is enough, and if you would rather not get them any more, just tell me.',
    },
  },
  report: {
    counted: '{passed} of {all} checks passed.',
    mended: 'Put right: {says}',
    fresh: 'New: {says}',
    changes: 'Compared with {period}: {mended} put right, {fresh} new, {same} as before.',
  },
  lookFailures: {
    'no answer': 'it did not answer',
    challenge: 'it asked for proof that I am a person',
    'not a page': 'it did not answer with a web page',
    unreadable: 'its page could not be read',
    'too many redirects': 'it sent me in circles',
  },
  page: {
    disclosure:
      'This is an affiliate link: if you buy, {sender} gets a commission from the seller. You pay nothing extra.',
    title: 'A recommendation from {sender}',
    recommends: '{sender} recommends',
    go: 'Continue to {product}',
    unsubscribeTitle: 'Stop the letters?',
    unsubscribeAsk: 'You will get no more letters from {sender}.',
    unsubscribeButton: 'Unsubscribe',
    unsubscribedTitle: 'Done.',
    unsubscribed: 'You will get no more letters from {sender}.',
    restingTitle: 'Not at the moment',
    resting: '{sender} does not recommend this at the moment.',
    unknownTitle: 'This link leads nowhere',
    unknown: 'Perhaps a character of its address is missing.',
    laterTitle: 'Not just now',
    later: 'This page cannot be shown today. Please try again tomorrow.',
    write: 'If you were looking for something, write to {sender}.',
    answer: 'If you were looking for something, just answer the letter that the link stood in.',
    unsubscribeFailedTitle: 'That did not work',
    unsubscribeFailed: 'Your request could not be noted just now.',
    unsubscribeWrite: 'Please write to {sender}, and the letters will stop.',
    unsubscribeAnswer: 'Please answer the letter that you want to stop, and the letters will stop.',
  },
};
