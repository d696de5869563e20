const UNUSED = /^(bind(touch(start|end|cancel)|long|animation|transition)|hover-st|animation$)/i;

/** Takes from views what the app asks of none: their template is repeated for every depth. */
module.exports = ({ View, Text }) => {
  for (const component of [View, Text]) {
    for (const name of Object.keys(component).filter((key) => UNUSED.test(key))) delete component[name];
  }
};
