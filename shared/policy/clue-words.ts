/** Words in a rating that may point to a breach of discipline. They suggest and decide nothing; the list is our own. */
export const CLUE_WORDS: readonly string[] = [
  ...[
    '吃拿卡要',
    '红包',
    '好处费',
    '辛苦费',
    '茶水费',
    '感谢费',
    '塞钱',
    '给钱才',
    '收钱',
    '送礼',
    '收礼',
    '索要',
    '索贿',
  ],
  ...[
    '受贿',
    '行贿',
    '回扣',
    '请吃饭',
    '购物卡',
    '指定中介',
    '介绍中介',
    '打招呼',
    '托关系',
    '找熟人',
    '乱收费',
    '私下收费',
  ],
];

/** The first of these words that the text has. */
export const clueWordIn = (text: string): string | null => CLUE_WORDS.find((word) => text.includes(word)) ?? null;
