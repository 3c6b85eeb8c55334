import type { Words } from './words';

export const en: Words = {
  language: 'English',
  quarter: 'quarter {quarter} of {year}',
  letter: {
    subject: 'Your website this quarter: {site}',
    subjectWithoutSite: 'A short hello, {name}',
    greeting: 'Hello {name},',
    intro:
      'Once a quarter I look at the sites of the people I have worked with. This is what I measured on {site}.',
    introAgain: 'I have looked at your site again. This is what I measured on {site}.',
    openings: {
      quarterly:
        'Once a quarter I write to the people I have worked with. I hope your work is going well.',
      monthly:
        'Once a month I write to the people I have worked with. I hope your work is going well.',
      yearly: 'Another year has passed since we began to work together. Thank you for your trust.',
      stage: 'Thank you for working with me. I would like to know how things are going for you.',
      after:
        'I am coming back to my last letter: if there is anything that I can help with, tell me.',
      tapped:
        'Lately I recommended something to you. If a question about it is still open, I am glad to help.',
      bought:
        'Some time ago you chose something that I had recommended. Does it do what you hoped for?',
      dormant: 'We have not been in touch for a while, and I was wondering how you are.',
    },
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
    reportTitle: 'What I measured',
  },
  report: {
    counted: '{passed} of {all} checks passed.',
    mended: 'Put right: {says}',
    fresh: 'New: {says}',
    changes: 'Since {period}: put right {mended}, new {fresh}, as before {same}.',
  },
  lookFailures: {
    'no answer': 'it did not answer',
    challenge: 'it asked for proof that I am a person',
    'not a page': 'it did not answer with a web page',
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
