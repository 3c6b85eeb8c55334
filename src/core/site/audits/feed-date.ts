import { audit, verdict } from '../audit';
import { entriesIn, newest, yearBefore } from '../dates';

/** The newest entry of the page's feed is not older than a year. */
export const feedDate = audit({
  id: 'feed-date',
  of: 'server',
  needs: ['feed', 'at'],
  judge: ({ feed, at }) => {
    const day = feed === undefined ? undefined : newest(entriesIn(feed.text, at));
    if (day === undefined) return verdict('na', 'no feed with dates');
    return verdict(day >= yearBefore(at) ? 'pass' : 'fail', `newest entry ${day}`, { day });
  },
  passes: {
    en: 'The newest article in the feed is of {day}.',
    'zh-TW': '訂閱來源中最新的文章：{day}。',
    de: 'Der neueste Beitrag im Feed ist vom {day}.',
    ja: 'フィードの最新記事：{day}。',
  },
  fails: {
    en: 'There has been no new article in the feed since {day}.',
    'zh-TW': '自 {day} 以來，訂閱來源沒有新文章。',
    de: 'Seit dem {day} gab es im Feed keinen neuen Beitrag.',
    ja: 'フィードの記事は {day} から更新されていません。',
  },
  why: {
    en: 'A blog that stands still makes visitors wonder whether you are still there.',
    'zh-TW': '部落格停更，會讓訪客懷疑您是否仍在營業。',
    de: 'Ein Blog, der stillsteht, lässt Besucher fragen, ob es Sie noch gibt.',
    ja: '更新の止まったブログは、今も営業しているのか不安にさせます。',
  },
  remedy: {
    en: 'Write a short article on what is new, or take the blog off the menu.',
    'zh-TW': '請寫一篇近況短文，或將部落格從選單移除。',
    de: 'Schreiben Sie einen kurzen Beitrag über Neues, oder nehmen Sie den Blog aus dem Menü.',
    ja: '近況を短い記事にするか、ブログをメニューから外しましょう。',
  },
});
