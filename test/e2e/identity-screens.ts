import type { Page } from 'playwright-core';
import type { TestCloud } from '../support/a-local-cloud';
import { onTop } from '../support/browser';

type Act = (tab: Page) => Promise<unknown>;

const press =
  (...names: readonly RegExp[]): Act =>
  async (tab) => {
    for (const name of names) await onTop(tab).getByRole('button', { name }).first().click();
  };

const byNumber: Act = async (tab) => {
  await press(/^姓名和身份证号/)(tab);
  await onTop(tab).locator('#is-company').click();
  await onTop(tab).getByRole('textbox', { name: '姓名' }).first().fill('王');
  await press(/^核对/)(tab);
};

/** 实名 and one's own data; `owner` has proven phone and number, `ratingId` is the rating of `rater` and was looked at. */
export const identityScreens = (cloud: TestCloud, owner: string, rater: string, ratingId: string) => {
  const scene = (windowId: string) => `scene=${encodeURIComponent(cloud.sign(windowId).scene)}`;
  const identity = '/privacy/identity/index';
  const required = `${identity}?${scene('cz02')}&place=chaozhou&demand=required&sends=1`;
  const encouraged = `${identity}?${scene('tq02')}&place=taiqian&demand=encouraged&sends=1`;
  const readers = '/privacy/readers/index?ratingId=';
  return [
    { name: 'identity', openid: 'stranger', page: required, act: press(/^使用微信手机号/) },
    { name: 'identity-encouraged', openid: 'stranger', page: encouraged },
    { name: 'identity-number', openid: 'stranger', page: encouraged, act: byNumber },
    { name: 'identity-receipt', openid: 'stranger', page: required, act: press(/^我有办件回执/, /^用回执提交评价/) },
    { name: 'identity-done', openid: owner, page: required },
    { name: 'data', openid: owner, page: '/privacy/data/index' },
    { name: 'data-empty', openid: 'stranger', page: '/privacy/data/index' },
    { name: 'data-withdraw', openid: owner, page: '/privacy/data/index', act: press(/^撤回对姓名和身份证号的同意/) },
    { name: 'data-erase', openid: owner, page: '/privacy/data/index', act: press(/^删除我的个人信息/) },
    { name: 'readers', openid: rater, page: `${readers}${encodeURIComponent(ratingId)}` },
    { name: 'notice', openid: 'stranger', page: '/privacy/notice/index' },
  ];
};
