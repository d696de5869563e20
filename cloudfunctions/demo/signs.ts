import type { Org, OrgLevel, PlaceId, ServiceWindow } from '@shared/domain/organization';
import { type CodeDigest, formatWindowCode } from '@shared/domain/window-code';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { taiqian } from '@shared/policy/profiles/taiqian';

/** 窗口牌: what hangs at a window. */
export type Sign = {
  readonly windowId: string;
  readonly place: PlaceId;
  readonly placeName: string;
  readonly center: string;
  readonly window: string;
  readonly unit: string;
  readonly level: OrgLevel;
  readonly scene: string;
  /** For everything that is not WeChat: `<where we are>/w/<scene>`. */
  readonly link: string;
};

/** A sign that is refused: replaced by a newer one, or taken down. */
export type OldSign = Sign & { readonly revoked: 'replaced' | 'takenDown' };

type Hall = { readonly windows: readonly ServiceWindow[]; readonly orgs: readonly Org[] };
type Codes = { readonly windowCode: CodeDigest; readonly windowCodeKey: string };

const PLACE_NAMES: Readonly<Record<PlaceId, string>> = { [taiqian.id]: taiqian.place, [chaozhou.id]: chaozhou.place };

const signOf = (window: ServiceWindow, serial: number, orgs: readonly Org[], codes: Codes, url: string): Sign => {
  const center = orgs.find(({ _id }) => _id === window.centerId);
  const unit = orgs.find(({ _id }) => _id === window.orgId);
  if (!center || !unit) throw new Error(`demo: window ${window._id} has no center or unit`);
  const { place, level } = center;
  const code = { keyVersion: codes.windowCodeKey, windowId: window._id, serial };
  const scene = formatWindowCode(code, codes.windowCode);
  return {
    windowId: window._id,
    place,
    placeName: PLACE_NAMES[place] ?? place,
    center: center.name,
    window: window.name,
    unit: unit.name,
    level,
    scene,
    link: `${url}/w/${scene}`,
  };
};

/** The signs that hang now. */
export const signsOf = ({ windows, orgs }: Hall, codes: Codes, url: string): readonly Sign[] =>
  windows.filter(({ code }) => !code.revoked).map((window) => signOf(window, window.code.serial, orgs, codes, url));

/** Signs that somebody may still hold and that are refused. */
export const oldSignsOf = ({ windows, orgs }: Hall, codes: Codes, url: string): readonly OldSign[] =>
  windows.flatMap((window) => {
    const { serial, revoked } = window.code;
    const takenDown = revoked ? [{ serial, why: 'takenDown' } as const] : [];
    const replaced = serial > 1 ? [{ serial: serial - 1, why: 'replaced' } as const] : [];
    return [...replaced, ...takenDown].map((old) => ({
      ...signOf(window, old.serial, orgs, codes, url),
      revoked: old.why,
    }));
  });
