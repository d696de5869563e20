/** Surnames of two characters, kept whole. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 百里 南宫 东郭 西门 独孤 呼延 ' +
    '澹台 公冶 申屠 太史 钟离 闻人 赫连 濮阳 淳于 仲孙 万俟 鲜于 闾丘 公羊 拓跋 宗政'
  ).split(' '),
);

/** Shows the first and last characters; what is too short for that is hidden whole. */
const showEnds = (text: string, first: number, last: number): string => {
  const characters = [...text];
  const hidden = characters.length - first - last;
  if (hidden <= 0) return '*'.repeat(characters.length);
  return characters.map((character, i) => (i < first || i >= first + hidden ? character : '*')).join('');
};

/** 前3后4: 410***********1234 */
export const maskIdNumber = (number: string): string => showEnds(number, 3, 4);

/** 138****5678 */
export const maskPhone = (phone: string): string => showEnds(phone, 3, 4);

/** 张*, 王*明, 欧阳** */
export const maskName = (name: string): string => {
  const characters = [...name];
  if (characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''))) return showEnds(name, 2, 0);
  return showEnds(name, 1, characters.length > 2 ? 1 : 0);
};
