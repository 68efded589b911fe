// What pages do beyond HTML: the key that leads to the search, all check boxes at once, and what is said of a broken stream.
(function () {
  'use strict';

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    var field = document.querySelector('[data-shortcut="' + CSS.escape(event.key) + '"]');
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  document.addEventListener('keydown', function (event) {
    var search = event.key === 'Escape' && event.target.closest('.search');
    if (search) {
      search.querySelector('.suggestions').replaceChildren();
    }
  });

  function boxes(all) {
    return Array.from(document.querySelectorAll('input[type=checkbox][form="' + all.dataset.all + '"]'));
  }

  function count(form) {
    var checked = document.querySelectorAll('input[type=checkbox][form="' + form + '"]:checked').length;
    document.querySelectorAll('[data-counts="' + form + '"]').forEach(function (button) {
      button.disabled = checked === 0;
      button.textContent = checked === 0 ? button.dataset.none : button.dataset.some.replace('#', String(checked));
    });
  }

  document.addEventListener('change', function (event) {
    var box = event.target;
    if (box.matches('[data-all]')) {
      boxes(box).forEach(function (each) { each.checked = box.checked; });
      count(box.dataset.all);
    } else if (box.matches('input[type=checkbox][form]')) {
      count(box.getAttribute('form'));
    }
  });

  // An order is placed once, however often its button is pressed.
  document.addEventListener('submit', function (event) {
    if (event.target.method === 'post') {
      if (event.target.dataset.sent) {
        event.preventDefault();
      }
      event.target.dataset.sent = 'yes';
    }
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
    document.querySelectorAll('[data-counts]').forEach(function (button) { count(button.dataset.counts); });
    document.querySelectorAll('[data-all]').forEach(function (all) { all.hidden = false; });
  });

  function tell(text) {
    document.querySelectorAll('[data-connection]').forEach(function (place) {
      place.hidden = text === '';
      place.textContent = text;
    });
  }

  document.addEventListener('htmx:sseError', function () { tell('The connection broke. It is tried again; what you see may be old.'); });
  document.addEventListener('htmx:sendError', function () { tell('Syncline does not answer. It is asked again; what you see may be old.'); });
  document.addEventListener('htmx:responseError', function (event) {
    tell(event.detail.xhr.status === 401
      ? 'You are signed out. What you see may be old; load the page again to sign in.'
      : 'Syncline could not answer. It is asked again; what you see may be old.');
  });
  document.addEventListener('htmx:sseOpen', function () { tell(''); });
  document.addEventListener('htmx:afterOnLoad', function () { tell(''); });
})();
