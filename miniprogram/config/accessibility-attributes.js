const described = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-expanded': '',
  'aria-hidden': '',
};

/** What a screen reader is told in WeChat (base library 2.7.1 on); Taro's templates leave these attributes out. */
module.exports = {
  View: described,
  Image: { 'aria-label': '', 'aria-role': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
};
