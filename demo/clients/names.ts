import type { Language } from '../../src/core/words/language';

/** A made-up name with the spelling that mail addresses and hosts use. */
export interface Named {
  said: string;
  latin: string;
}

interface Names {
  given: readonly Named[];
  family: readonly Named[];
  /** The full name in the order that the language has. */
  full: (given: string, family: string) => string;
}

/** Made-up people: given and family names are dealt independently of one another. */
export const NAMES: Record<Language, Names> = {
  en: {
    given: plain(
      'Maya Owen Clara Theo Ines Rufus Nadia Callum Freya Silas Priya Edie Marcus Tamsin Leo Harriet Dev Rosalind Gareth Imogen Kofi Beatrix Amos Linnea',
    ),
    family: plain(
      'Ashgrave Pellbrook Wynterlow Hartsedge Dunmarrow Fenwhistle Copperley Sallowby Thornacre Merrivane Larkmead Oxenholt Quillfeather Brackenmere Hollowell Tansley-Voss Stavenport Rookwarden Millbarrow Gorsecliff Penhallick Wetherspool Ivorstone Caskmoor',
    ),
    full: (given, family) => `${given} ${family}`,
  },
  'zh-TW': {
    given: pairs(
      '穗安 suian, 沐晨 muchen, 予希 yuxi, 知夏 zhixia, 以楓 yifeng, 言寧 yanning, 書禾 shuhe, 若川 ruochuan, 采蘋 caipin, 柏翰 bohan, 思澄 sicheng, 昱辰 yuchen, 映彤 yingtong, 懷谷 huaigu, 芷晴 zhiqing, 松原 songyuan',
    ),
    family: pairs(
      '林 lin, 陳 chen, 黃 huang, 張 zhang, 李 li, 王 wang, 吳 wu, 劉 liu, 蔡 cai, 楊 yang, 許 xu, 鄭 zheng, 謝 xie, 郭 guo, 曾 zeng, 廖 liao',
    ),
    full: (given, family) => `${family}${given}`,
  },
  de: {
    given: plain('Almut Bennet Carlotta Enno Frauke Gesa Hinnerk Ilka Wenzel Merle'),
    family: pairs(
      'Ellernbrink ellernbrink, Mohrwinkel mohrwinkel, Tannhöft tannhoeft, Wiesenbrück wiesenbrueck, Lohmarder lohmarder, Quendler quendler, Birkentau birkentau, Haselkamp haselkamp, Sprossauer sprossauer, Dünenroth duenenroth',
    ),
    full: (given, family) => `${given} ${family}`,
  },
  ja: {
    given: pairs(
      '紬 tsumugi, 湊 minato, 栞 shiori, 蒼太 sota, 千尋 chihiro, 朔 saku, 灯 akari, 結衣 yui, 律 ritsu, 小春 koharu',
    ),
    family: pairs(
      '朝霧 asagiri, 白瀬 shirase, 水無瀬 minase, 若狭 wakasa, 篠宮 shinomiya, 久遠 kuon, 月森 tsukimori, 葉山 hayama, 風早 kazahaya, 野々原 nonohara',
    ),
    full: (given, family) => `${family} ${given}`,
  },
};

/** Made-up names of businesses; no two clients share one. */
export const BRANDS: Record<Language, readonly Named[]> = {
  en: plain(
    'Tarnwick Pellowby Hethersage Brumblecote Lindlemere Wexcombe Orrinfell Dapplestow Fennimoor Gorsewhit Havelstone Inglemarsh Jorrowby Kestermere Nettlebank Ottermill Quillhaven Rushbeacon Swallowtarn Umberleigh Velmoor Willowhurne Yarrowdene Zinnialow',
  ),
  'zh-TW': pairs(
    '禾日 heri, 雲汐 yunxi, 木芽 muya, 澄光 chengguang, 拾穗 shisui, 沐川 muchuan, 微岸 weian, 青垣 qingyuan, 知禾 zhihe, 松影 songying, 半畝 banmu, 映山 yingshan, 初霽 chuji, 谷雨 guyu, 晴塘 qingtang, 石硯 shiyan',
  ),
  de: pairs(
    'Ellernried ellernried, Kranzbüll kranzbuell, Föhrentau foehrentau, Mohnwies mohnwies, Wispelau wispelau, Honsbrück honsbrueck, Birkenlohe birkenlohe, Drosselgrund drosselgrund, Seggenhof seggenhof, Tauwinkel tauwinkel',
  ),
  ja: pairs(
    'こむぎ野 komugino, あおなみ aonami, ひなた坂 hinatazaka, 月草 tsukikusa, 白樫 shirakashi, 風待ち kazemachi, 千鳥野 chidorino, 花筏 hanaikada, 星見 hoshimi, 苔庭 kokeniwa',
  ),
};

function plain(names: string): Named[] {
  return names.split(' ').map((said) => ({ said, latin: said.toLowerCase() }));
}

/** From `林 lin, 陳 chen`. */
function pairs(names: string): Named[] {
  return names.split(', ').map((pair) => {
    const [said = '', latin = ''] = pair.split(' ');
    return { said, latin };
  });
}
