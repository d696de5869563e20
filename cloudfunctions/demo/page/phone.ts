import type { Persona } from '../personas';
import type { HallSign } from '../routes';
import type { OldSign } from '../signs';
import { place as at, element } from './element';

const NOT_BUILT = [
  '手机端还没有构建好，所以这里是空的。',
  '请在项目目录运行 npm run build:h5，再刷新本页。',
  '窗口牌和云都在正常工作。',
];
const FRAME = { width: 399, height: 836, shortest: 480 };
/** Smaller is hard to read: on a low screen the phone becomes shorter instead. */
const SMALLEST = 0.8;
const SPACE_BELOW = 12;

/** Makes the whole phone visible in what is left of the screen below the people. */
const fitToScreen = (phone: HTMLElement) => {
  const hand = at('hand');
  const above = phone.getBoundingClientRect().top - hand.getBoundingClientRect().top + hand.scrollTop;
  const room = window.innerHeight - above - SPACE_BELOW;
  const wide = Math.min(1, at('phone').clientWidth / FRAME.width);
  const scale = Math.min(wide, Math.max(SMALLEST, room / FRAME.height));
  const height = Math.max(FRAME.shortest, Math.min(FRAME.height, Math.floor(room / scale)));
  document.documentElement.style.setProperty('--phone-scale', String(scale));
  document.documentElement.style.setProperty('--phone-height', `${height}px`);
};

/** A phone has no scrollbar beside the page; the app is of our own origin, so it can be told from here. */
const hideScrollbars = (screen: HTMLIFrameElement) =>
  screen.contentDocument?.head.append(
    element('style', {}, '* { scrollbar-width: none } ::-webkit-scrollbar { display: none }'),
  );

const noteOf = (sign: HallSign | OldSign): string => {
  const where = `${sign.center}${sign.window}`;
  if ('revoked' in sign) return `这块牌${sign.revoked === 'replaced' ? '已换新' : '已停用'}，应被拒绝：${where}。`;
  if (sign.caseNo === null) return `已扫描：${where}。`;
  return `已扫描。回执上的办件编号 ${sign.caseNo}、查询码 ${sign.receiptCode ?? '没有'}，可以试填。`;
};

/** 手机: the H5 build in a frame of 375×812, or lower on a low screen, in the hand of one persona. */
export const showPhone = (hasApp: boolean) => {
  const note = element('p', { class: 'note', role: 'status' });
  const screen = element('iframe', { title: '好差评手机端', load: () => hideScrollbars(screen) });
  const empty = element('div', { class: 'unbuilt' }, ...NOT_BUILT.map((line) => element('p', {}, line)));
  const alone = element('a', { target: '_blank', class: 'alone' }, '新标签页打开');
  const frame = element('div', { class: 'phone' }, element('div', { class: 'phone__frame' }, hasApp ? screen : empty));
  const beside = element('div', { class: 'beside' }, note, hasApp ? alone : null);
  at('phone').replaceChildren(beside, frame);
  const refit = () => fitToScreen(frame);
  const above = new ResizeObserver(refit);
  for (const one of [at('personas'), beside]) above.observe(one);
  addEventListener('resize', refit);

  let opened = 0;
  const open = ({ openid }: Persona, page: string, said: string) => {
    note.textContent = said;
    note.title = said;
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
