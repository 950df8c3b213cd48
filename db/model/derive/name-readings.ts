/**
 * Readings of characters in names that differ from the common one, most usual first; all of them are searchable.
 * Surnames after 现代汉语词典 (姓氏读音) and the usage of 公安 name registers; people also type the common reading.
 */
export const surnameReadings: Readonly<Record<string, readonly string[]>> = {
  曾: ['zeng', 'ceng'],
  单: ['shan', 'dan'],
  解: ['xie', 'jie'],
  仇: ['qiu', 'chou'],
  区: ['ou', 'qu'],
  朴: ['piao', 'pu'],
  查: ['zha', 'cha'],
  盖: ['ge', 'gai'],
  乐: ['yue', 'le'],
  翟: ['zhai', 'di'],
  缪: ['miao', 'mou'],
  覃: ['qin', 'tan'],
  盛: ['sheng', 'cheng'],
  种: ['chong', 'zhong'],
  秘: ['bi', 'mi'],
  折: ['she', 'zhe'],
  员: ['yun', 'yuan'],
  洗: ['xian', 'xi'],
  冼: ['xian', 'xi'],
  郗: ['xi', 'chi'],
  隗: ['wei', 'kui'],
  祭: ['zhai', 'ji'],
  车: ['che', 'ju'],
  薄: ['bo', 'bao'],
  都: ['du', 'dou'],
  句: ['gou', 'ju'],
  宿: ['su', 'xiu'],
  谌: ['chen', 'shen'],
  柏: ['bai', 'bo'],
  牟: ['mou', 'mu'],
  卜: ['bu', 'bo'],
  万: ['wan', 'mo'],
  尉: ['wei', 'yu'],
  繁: ['po', 'fan'],
  召: ['shao', 'zhao'],
  黑: ['he', 'hei'],
  长: ['zhang', 'chang'],
  重: ['chong', 'zhong'],
  行: ['xing', 'hang'],
  石: ['shi', 'dan'],
  适: ['kuo', 'shi'],
  澹: ['tan', 'dan'],
};

/** Compound surnames whose first characters read otherwise than alone. */
export const compoundReadings: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  欧阳: [['ou', 'yang']],
  区阳: [['ou', 'yang']],
  万俟: [['mo', 'qi']],
  尉迟: [
    ['yu', 'chi'],
    ['wei', 'chi'],
  ],
  长孙: [['zhang', 'sun']],
  单于: [['chan', 'yu']],
  令狐: [['ling', 'hu']],
  澹台: [['tan', 'tai']],
  宰父: [['zai', 'fu']],
  鲜于: [['xian', 'yu']],
  亓官: [['qi', 'guan']],
  皇甫: [['huang', 'fu']],
};

/** Characters of names that the dictionary does not know (Unihan, kMandarin); it knows all of 通用规范汉字表. */
export const rareReadings: Readonly<Record<string, string>> = { 〇: 'ling', '𠮷': 'ji', '𪚥': 'zhe' };

/** Other readings of characters inside a name. */
export const innerReadings: Readonly<Record<string, readonly string[]>> = {
  // 东莞 reads dongguan; the dictionary gives the rarer reading of the single character (莞尔).
  莞: ['guan', 'wan'],
  乐: ['le', 'yue'],
  长: ['chang', 'zhang'],
  朝: ['chao', 'zhao'],
  行: ['xing', 'hang'],
  重: ['chong', 'zhong'],
  晟: ['sheng', 'cheng'],
  茜: ['qian', 'xi'],
  莎: ['sha', 'suo'],
  娜: ['na', 'nuo'],
  盛: ['sheng', 'cheng'],
  柏: ['bai', 'bo'],
  曾: ['zeng', 'ceng'],
  解: ['jie', 'xie'],
  单: ['dan', 'shan'],
  区: ['qu', 'ou'],
  调: ['diao', 'tiao'],
  佛: ['fo', 'fu'],
  蕃: ['fan', 'bo'],
  校: ['xiao', 'jiao'],
  厦: ['xia', 'sha'],
  埔: ['pu', 'bu'],
  涌: ['chong', 'yong'],
};
