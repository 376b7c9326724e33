// SPDX-License-Identifier: EUPL-1.2
// Runs before the first paint, so that a chosen theme or language never flashes as another one.
(function () {
  try {
    var theme = localStorage.getItem('compagnon.theme')
    if (theme === 'light' || theme === 'dark' || theme === 'contrast') document.documentElement.dataset.theme = theme
    var language = localStorage.getItem('compagnon.language')
    if (language === 'fr' || language === 'en') document.documentElement.lang = language
  } catch (error) {
    console.info('This browser keeps no choices: the defaults apply.', error)
  }
})()
