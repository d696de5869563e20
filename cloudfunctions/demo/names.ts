const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '小宁 晓禾 小帆 晓满 小岚 晓舟 小晴 晓松 小蕾 晓川 小荷 晓峰 小雨 晓星 小竹 晓云 小麦 晓桥 小溪'.split(
  ' ',
);

/** Names of invented people, one after the other; 20 and 19 have no common divisor, so 380 of them differ. */
export const inventedNames = () => {
  let given = 0;
  return (): string => {
    const name = `${SURNAMES[given % SURNAMES.length]}${GIVEN[given % GIVEN.length]}`;
    given++;
    return name;
  };
};
