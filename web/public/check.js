// Says in one sentence what an old browser lacks. Plain old JavaScript, and before anything else: an old browser cannot
// even read the rest.
(function () {
  var lacks = [];
  var need = function (there, name) {
    if (!there) lacks.push(name);
  };
  need(typeof WebAssembly === 'object', 'WebAssembly');
  need(typeof Worker === 'function', 'web workers');
  need('noModule' in document.createElement('script'), 'JavaScript modules');
  need(typeof customElements === 'object', 'custom elements');
  need(typeof ResizeObserver === 'function', 'ResizeObserver');
  need(typeof CompressionStream === 'function', 'CompressionStream');
  need(typeof Document === 'function' && 'adoptedStyleSheets' in Document.prototype, 'constructed style sheets');
  need(typeof CanvasRenderingContext2D === 'function' && 'roundRect' in CanvasRenderingContext2D.prototype, 'rounded rectangles on a canvas');
  need(typeof Array.prototype.toReversed === 'function', 'Array.toReversed');
  var say = function (sentence) {
    document.body.textContent = '';
    var p = document.createElement('p');
    p.className = 'boot';
    p.setAttribute('role', 'alert');
    p.appendChild(document.createTextNode(sentence));
    document.body.appendChild(p);
  };
  if (lacks.length > 0) {
    say('Asyncio Playground needs a newer browser: this one lacks ' + lacks.join(', ') + '. Chrome or Edge 111, Firefox 115 and Safari 16.4 have all it needs.');
    return;
  }
  window.addEventListener('error', function (event) {
    if (event.target && event.target.tagName === 'SCRIPT') say('A part of Asyncio Playground could not be loaded. Check the connection, then load the page again.');
  }, true);
})();
