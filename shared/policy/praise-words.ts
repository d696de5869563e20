/** Words of praise. In a rating of the lowest level they may point to a slip of the finger; the list is our own. */
export const PRAISE_WORDS: readonly string[] = [
  ...['非常好', '很好', '真好', '太好了', '挺好', '不错', '优秀', '一流', '满意', '点赞', '好评', '五星', '表扬'],
  ...['感谢', '谢谢', '辛苦了', '热情', '耐心', '细心', '贴心', '周到', '亲切', '负责任', '效率高', '速度快'],
];

/** Before a word of praise they turn it round; 非常 and 特别 do not. */
const TURNS = /[不没无未缺][^，。！？；、\s]{0,3}$/u;
const REACH = 4;

const isPraised = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!TURNS.test(text.slice(Math.max(0, at - REACH), at))) return true;
  }
  return false;
};

/** Which of these words the text has, those left out that it denies. */
export const praiseIn = (text: string): readonly string[] => PRAISE_WORDS.filter((word) => isPraised(text, word));
