/* Sphinx 9.0 asks for a stemmer that it has not defined when a site is Chinese; the one it ships for
   Chinese is the English one. */
Object.defineProperty(window, "ChineseStemmer", { get: () => window.EnglishStemmer });
