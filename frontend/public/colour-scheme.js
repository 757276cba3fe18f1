/* Sets the colour scheme before the first paint, so that a dark room is not flashed with white. A file of its own, because the page's policy refuses inline scripts. */
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch (refused) {
    chosen = null;
  }
  var dark = chosen === 'dark' || ((chosen === null || chosen === 'auto') && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
