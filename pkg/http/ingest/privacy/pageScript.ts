/** Sends a choice without leaving the page, and says what became of it. Without it the forms work by themselves. */
export const pageScript = `
(function () {
  var state = document.getElementById('state');
  var forms = Array.prototype.slice.call(document.forms);
  forms.forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      fetch(form.action, { method: 'POST' }).then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        state.textContent = state.getAttribute('data-' + form.getAttribute('data-becomes'));
        forms.forEach(function (one) { one.hidden = one === form; });
        forms.filter(function (one) { return one !== form; })[0].querySelector('button').focus();
      }).catch(function () {
        state.textContent = 'That did not work. Your choice was not changed: please try again later.';
      });
    });
  });
})();
`;
