import type { Persona } from '../personas';
import type { HallSign } from '../routes';
import type { OldSign } from '../signs';
import { place as at, element } from './element';

const NOT_BUILT = [
  '手机端还没有构建好，所以这里是空的。',
  '请在项目目录运行 npm run build:h5，再刷新本页。',
  '窗口牌和云都在正常工作。',
];
/** The phone with its frame, and what stands above it at most. */
const FRAME_HEIGHT = 836;
const ABOVE = 230;
const SMALLEST = 0.72;

/** Makes the whole phone visible on a low screen. */
const fitToScreen = () => {
  const scale = Math.min(1, Math.max(SMALLEST, (window.innerHeight - ABOVE) / FRAME_HEIGHT));
  document.documentElement.style.setProperty('--phone-scale', scale.toFixed(3));
};

const noteOf = (sign: HallSign | OldSign): string => {
  const where = `已扫描：${sign.center}${sign.window}。`;
  if ('revoked' in sign) return `${where}这块牌${sign.revoked === 'replaced' ? '已换新' : '已停用'}，应被拒绝。`;
  return sign.caseNo === null ? where : `${where}可试填办件编号 ${sign.caseNo}。`;
};

/** 手机: the H5 build in a frame of 375×812, in the hand of one persona. */
export const showPhone = (hasApp: boolean) => {
  const note = element('p', { class: 'note', role: 'status' });
  const screen = element('iframe', { title: '好差评手机端', width: '375', height: '812' });
  const empty = element('div', { class: 'unbuilt' }, ...NOT_BUILT.map((line) => element('p', {}, line)));
  const alone = element('a', { target: '_blank', class: 'alone' }, '在新标签页打开');
  const frame = element('div', { class: 'phone' }, element('div', { class: 'phone__frame' }, hasApp ? screen : empty));
  at('phone').replaceChildren(element('div', { class: 'beside' }, note, hasApp ? alone : null), frame);
  addEventListener('resize', fitToScreen);
  fitToScreen();

  let opened = 0;
  const open = ({ openid }: Persona, page: string, said: string) => {
    note.textContent = said;
    // Another number makes it a new visit even when only the page after the # differs.
    const address = `/app/?openid=${encodeURIComponent(openid)}&visit=${++opened}#${page}`;
    screen.src = address;
    alone.href = address;
  };
  return {
    open,
    scan: (holder: Persona, sign: HallSign | OldSign) =>
      open(holder, `/pages/rate/index?scene=${encodeURIComponent(sign.scene)}`, noteOf(sign)),
  };
};
