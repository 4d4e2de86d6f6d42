using System.Collections.Frozen;

namespace DigestSearch.Reviews.Reading;

/// <summary>Venues that are known by their abbreviation, with or without a year.</summary>
internal static class Venues
{
    private static readonly FrozenSet<string> Known = (
        "CIDR CoNEXT ESWC EuroSys HotNets HotOS ICFP ICWSM IMC INFOCOM MobiCom MobiSys OOPSLA PODC PPoPP SIGMETRICS SoCC SPAA 3DV AAAI AACL AAMAS ACCV ACL ACML AISTATS ALENEX ALT ARR ASRU ASE ASPLOS AutoML BEA BMVC CACM CAV CCS CHI CHIIR CHIL CIKM CLEF COLING COLM COLT CoLLAs CoNLL CONLL CoRL CORL CRV CSCW CVIU CVPR CVPRW "
        + "DAC EACL ECAI ECCV ECCVW ECIR ECML EDBT EMBC EMNLP FAccT FAT FG FOCS FPGA FSE GCPR GECCO HPCA HRI ICAPS ICASSP ICCV ICCVW ICDAR ICDE ICDM ICIP ICLR ICME ICML ICMLW ICPR ICRA ICSE ICTIR IJCAI IJCB IJCNN "
        + "IJCV IJRR INLG INTERSPEECH Interspeech IROS ISBI ISCA ISMAR ISMIR ISSTA ISWC ITSC IUI IV IWSLT JAIR JMLR JSTSP KDD LREC MICCAI MICRO MIDL ML4H MLSys MLSYS MM MMM MMSys NAACL NAACL-HLT NDSS NeurIPS NEURIPS Neurips "
        + "NeurIPSW NIPS NIPSW NSDI OSDI PAKDD PAMI PLDI PNAS PODS POPL PR RA-L RAL RANLP RecSys RECSYS RepL4NLP RSS S&P SC SDM SEMEVAL SemEval SIGCOMM SIGDIAL SIGGRAPH SIGIR SIGMOD SIGSPATIAL SLT SODA SOSP SpaNLP STOC "
        + "TACL TASLP TCSVT TDSC TGRS THMS TIFS TIP TIST TITS TIV TKDD TKDE TMI TMLR TMM TNNLS TOG TOIS TPAMI TRO TSP TVCG TWEB UAI UbiComp UIST USENIX VLDB VLDBJ WACV WACVW WMT WSDM WWW arXiv ArXiv ARXIV Arxiv arxiv bioRxiv medRxiv")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Written out, and looking like names of people or of fields: only where a venue stands.
    private static readonly FrozenSet<string> Journals = (
        "Computational Linguistics|Machine Learning|Nature|Science|Cell|Neural Computation|Neural Networks|Neurocomputing|Pattern Recognition|Artificial Intelligence|Bioinformatics|IEEE Access|PLoS ONE|PLOS ONE|Nature Communications|Nature Medicine"
        + "|Nature Machine Intelligence|Nature Methods|Nature Biotechnology|Science Robotics|ACM Computing Surveys|Journal of Machine Learning Research|Information Sciences|Advances in Neural Information Processing Systems|Foundations and Trends in Machine Learning"
        + "|Transactions of the Association for Computational Linguistics|Communications of the ACM|Journal of Artificial Intelligence Research|Artificial Intelligence Review|Knowledge-Based Systems|Medical Image Analysis|Physical Review Letters|Proceedings of the IEEE")
        .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text is the name of a journal, written out.</summary>
    public static bool IsJournal(string text) => Journals.Contains(text);

    /// <summary>Whether a text is such a name, as written.</summary>
    public static bool Contains(string text) => Known.Contains(text);
}
