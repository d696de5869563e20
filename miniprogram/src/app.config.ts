const darkMode =
  process.env.TARO_ENV === 'weapp' ? { darkmode: true, themeLocation: 'theme.json' as const } : { darkmode: false };
const window =
  process.env.TARO_ENV === 'weapp'
    ? ({
        navigationBarBackgroundColor: '@surface',
        navigationBarTextStyle: '@barText',
        backgroundColor: '@page',
        backgroundTextStyle: '@pullText',
      } as const)
    : {};

export default defineAppConfig({
  pages: ['pages/rate/index', 'pages/receipt/index', 'pages/mine/index', 'pages/me/index', 'pages/messages/index'],
  subPackages: [
    {
      root: 'privacy',
      pages: ['identity/index', 'data/index', 'readers/index', 'notice/index', 'report/index', 'reminders/index'],
    },
    { root: 'mine', pages: ['progress/index', 'change/index'] },
    {
      root: 'staff',
      pages: [
        'tickets/index',
        'overdue/index',
        'clusters/index',
        'alike/index',
        'ticket/index',
        'messages/index',
        'binding/index',
        'quarantine/index',
        'reports/index',
        'report/index',
        'openings/index',
        'clues/index',
        'absence/index',
        'reminders/index',
      ],
    },
    { root: 'review', pages: ['appeals/index', 'appeal/index', 'statistics/index'] },
    { root: 'clerk', pages: ['own/index', 'told/index', 'appeal/index', 'shift/index'] },
    { root: 'administration', pages: ['staff/index', 'roles/index', 'windows/index', 'audit/index', 'figures/index'] },
  ],
  // 实名 is asked for in the middle of a rating: it must open without a network. What follows a rating is near at hand.
  preloadRule: {
    'pages/rate/index': { network: 'all', packages: ['privacy', 'mine'] },
    'pages/mine/index': { network: 'all', packages: ['mine'] },
    'pages/messages/index': { network: 'all', packages: ['mine'] },
    'mine/progress/index': { network: 'all', packages: ['privacy'] },
  },
  window: { navigationBarTitleText: '好差评', ...window },
  ...darkMode,
  // In a browser, pages that slide in widen the page for a moment.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
