import type { Signal } from './signals';

/** 请留意: one signal with its numbers, as whoever reviews an appeal reads it. It says what is, not what it means. */
export const saySignal = (signal: Signal): string => {
  switch (signal.signal) {
    case 'sameNetwork':
      return `当天本窗口的 ${signal.of} 条评价里，有 ${signal.count} 条来自同一网络，其中差评 ${signal.bad} 条。`;
    case 'series':
      return `前后 ${signal.minutes} 分钟内，本窗口有 ${signal.count} 条评价。`;
    case 'quick':
      return `打开评价页 ${signal.count} 秒就提交了。`;
    case 'repeatPair':
      return `前后 ${signal.days} 天内，同一评价人评价这位工作人员 ${signal.count} 次。`;
    case 'praiseInBadWords':
      return `等级最低，文字里却有表扬的话：${signal.words.join('、')}。`;
  }
};
