import html
print(html.escape("<a href='x'>T&C \"q\"</a>"), html.escape("'\"", quote=False), html.unescape("&lt;p&gt; &amp; &#65;&#x42; &copy; &quot;"))
