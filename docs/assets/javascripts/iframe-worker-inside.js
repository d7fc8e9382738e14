/* iframe-worker 1.0.4, https://github.com/squidfunk/iframe-worker

What it wrote into its frame, in a file of its own: how a worker answers and loads further scripts.

Copyright (c) 2020-2022 Martin Donath <martin.donath@squidfunk.com>

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to
deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NON-INFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.
*/
"use strict";
window.postMessage = function (message, target) {
  parent.postMessage(message, target || "*");
};
window.importScripts = function (...addresses) {
  return addresses.reduce(
    (before, address) =>
      before.then(
        () =>
          new Promise((loaded) => {
            const script = document.createElement("script");
            script.src = address;
            script.onload = loaded;
            document.body.appendChild(script);
          }),
      ),
    Promise.resolve(),
  );
};
addEventListener("error", ({ error, filename }) => {
  parent.dispatchEvent(new ErrorEvent("error", { filename, error }));
});
