# csv: readers and writers of rows and of dicts, and their quoting.
import csv
import io

out = io.StringIO()
w = csv.writer(out)
print(w.writerow(["name", "price", None, 1.5, True]))
w.writerows([["a,b", 'say "hi"', "two\nlines", ""], ["", "x"], [""]])
print(repr(out.getvalue()))
for row in csv.reader(io.StringIO(out.getvalue())):
    print(row)
d = io.StringIO()
dw = csv.DictWriter(d, fieldnames=["id", "name"], restval="-", extrasaction="ignore", lineterminator="\n")
dw.writeheader()
dw.writerows([{"id": 1, "name": "Ann"}, {"id": 2, "more": 3}])
print(d.getvalue())
for row in csv.DictReader(io.StringIO("id,name\n1,Ann\n\n2,Bob,extra\n3\n")):
    print(row)
print(list(csv.reader(["a;b ; 'c;d'"], delimiter=";", quotechar="'", skipinitialspace=True)))
print(list(csv.reader(["1,2,x"], quoting=csv.QUOTE_NONE)), list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)))
q = io.StringIO()
csv.writer(q, quoting=csv.QUOTE_ALL, delimiter="\t").writerow([1, "b", None])
csv.writer(q, dialect="unix").writerow(["c", 2])
csv.writer(q, quoting=csv.QUOTE_NONNUMERIC).writerow(["c", 2, 2.5])
print(repr(q.getvalue()), csv.list_dialects())
for wrong in (lambda: csv.writer(q, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: dw.writerow(5), lambda: csv.reader([], "nope"),
              lambda: csv.DictWriter(d, ["a"]).writerow({"b": 1}), lambda: csv.writer(q).writerow(5), lambda: csv.reader([], delimiter="ab")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
r = csv.reader(io.StringIO("a\nb\n"))
next(r)
print(r.line_num, csv.Error.__mro__[1])
